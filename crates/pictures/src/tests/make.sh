#!/bin/sh
# Makes the two photographs in AVIF beside this file, with all that a telephone would tell.
# Needs Pillow 11.3 or later. The bytes are what tests read; run it only to change them.
python3 - <<'PYTHON'
from PIL import Image
exif = Image.Exif()
exif[0x013B] = "Lan secret"
exif[0x8825] = {1: "N", 2: (15.0, 7.0, 0.0)}
xmp = b"<?xpacket begin=''?><x>Lan secret</x><?xpacket end='w'?>"
red, blue = (Image.new("RGB", (16, 16), c) for c in ("#c81e1e", "#1e1ec8"))
known = dict(quality=40, exif=exif.tobytes(), xmp=xmp)
red.save("still.avif", **known)
red.save("moving.avif", save_all=True, append_images=[blue], **known)
PYTHON
