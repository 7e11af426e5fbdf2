bangtinSearch("vi","t0","chao`:4a;co':a;kho^ng:a;mo^t.:a;muc.:a;nha^t':a;nho?:a;site:a;te^p.:a;themes:a;thu+:a;trang:a;web:a;xin:4a;xin chao:4a;yaml:a");
