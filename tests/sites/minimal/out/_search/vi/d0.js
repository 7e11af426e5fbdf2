bangtinSearch("vi","d0",[["index.html","Xin chào",1,"","Trang web nhỏ nhất: một tệp site.yaml, một trang, không có thư mục themes."]]);
