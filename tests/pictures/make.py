"""Makes the pictures beside it: as a telephone writes them, with what it tells of its owner.

Needs Pillow: pip install pillow. The bytes are what tests read; run it only to change them.
"""

import io

from PIL import Image, ImageDraw


def scene(width, height):
    """Sky above, earth below, and a house: what is up can be told from what is down."""
    picture = Image.new("RGB", (width, height))
    for y in range(height):
        shade = 80 + 120 * y // height
        colour = (shade, shade + 30, 230) if y < height * 2 // 3 else (70, 150 - shade // 4, 60)
        picture.paste(colour, (0, y, width, y + 1))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((width // 3, height // 2, width * 2 // 3, height * 4 // 5), fill=(190, 60, 40))
    return picture


def exif():
    """Held upright, on a street of the town, by someone."""
    told = Image.Exif()
    told[0x010F] = "Telephone of Lan"
    told[0x0112] = 6
    told[0x013B] = "Nguyen Thi Lan"
    place = told.get_ifd(0x8825)
    place[1], place[2] = "N", (15.0, 7.0, 12.0)
    place[3], place[4] = "E", (108.0, 48.0, 5.0)
    return told


upright = scene(900, 1200).rotate(90, expand=True)
bytes_of = io.BytesIO()
upright.save(bytes_of, "JPEG", quality=60, exif=exif(), comment="taken at home")
# Telephones put a short film behind the picture.
film = b"\0\0\0\x18ftypmp42" + b"MotionPhoto of Lan" * 4
open("upright.jpg", "wb").write(bytes_of.getvalue() + film)

seal = Image.new("RGBA", (300, 300), (0, 0, 0, 0))
ImageDraw.Draw(seal).ellipse((10, 10, 290, 290), fill=(122, 31, 92, 255))
seal.save("seal.png", optimize=True)

frames = [Image.new("RGB", (64, 64), colour) for colour in ("red", "blue")]
frames[0].save("moving.png", save_all=True, append_images=frames[1:], duration=500)
