package cn.yizhen.directives;

import cn.yizhen.rules.Reason;

/** The refusals of a document in the words its sender reads, each naming the file and the next step. */
record Refusals(String file) {

    static Reason nothing() {
        return Reason.of("document-empty", "没有选文件，也没有粘贴正文。", "请选一份文件，或者把正文粘贴进来。");
    }

    Reason empty() {
        return Reason.of("document-empty", "《" + file + "》里没有文字。", "请确认选对了文件，或者直接粘贴正文。");
    }

    Reason tooLarge(long bytes) {
        return Reason.of("document-too-large", "《%s》有 %d MB，超过 50 MB。".formatted(file, bytes / (1024 * 1024)),
                "请去掉文中图片后另存为 .docx，或者直接粘贴正文。");
    }

    Reason broken() {
        return Reason.of("document-broken", "《" + file + "》已损坏或者不完整，打不开。", "请在 Word 或 WPS 中打开后另存为 .docx 再试，或者直接粘贴正文。");
    }

    Reason missing() {
        return Reason.of("document-missing", "找不到文件《" + file + "》。", "请核对文件名和所在的文件夹。");
    }

    Reason encrypted() {
        return Reason.of("document-encrypted", "《" + file + "》设了打开密码，读不出文字。", "请取消密码后再上传；涉密文件不得上传。");
    }

    Reason macros(String where) {
        return Reason.of("document-macros", "《%s》带有宏（%s），平台不接收带宏的文件，宏没有运行。".formatted(file, where),
                "请在 Word 或 WPS 中另存为不带宏的 .docx 再试，或者直接粘贴正文。");
    }

    Reason scan() {
        return Reason.of("document-scan", "《" + file + "》是扫描件或者图片，里面没有可以复制的文字。", "请提供可复制文字的版本。");
    }

    Reason otherKind(String what) {
        return Reason.of("document-kind", "《%s》%s，不是能读的文件。".formatted(file, what),
                "能读的有 .docx、.doc、.wps、.txt、.pdf；请另存为 .docx 再试，或者直接粘贴正文。");
    }

    Reason encoding() {
        return Reason.of("document-encoding", "《" + file + "》既不是 UTF-8 也不是 GB18030 编码的文字。", "请用记事本另存为 UTF-8 再试，或者直接粘贴正文。");
    }

    Reason bomb(String where) {
        return Reason.of("document-bomb", "《%s》展开后大得不正常（%s），没有继续打开。".formatted(file, where), "请在 Word 或 WPS 中打开后另存为 .docx 再试。");
    }

    Reason secret(String mark, int line) {
        return new Reason("document-secret", "《%s》第 %d 行标有“%s”，涉密或者编有份号的文件不得进入本平台，没有保存。".formatted(file, line, mark),
                "保守国家秘密法", "请按保密规定处理；如属误标，请由发文单位去掉标志后再上传。");
    }
}
