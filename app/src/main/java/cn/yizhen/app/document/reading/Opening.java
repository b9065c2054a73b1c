package cn.yizhen.app.document.reading;

import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.jspecify.annotations.Nullable;

/** Opens what was handed in, or says why not. */
final class Opening {

    private static final String AGAIN = "请在电子表格软件中打开并另存为 .xlsx 后重新上传。";

    private Opening() {}

    static Outcome<Workbook> open(String fileName, byte[] content, Limits limits) {
        Reason refusal = refusal(fileName, content, limits);
        if (refusal != null) {
            return Outcome.refused(refusal);
        }
        try (var poi = WorkbookFactory.create(new ByteArrayInputStream(content), null)) {
            List<Sheet> sheets = new ArrayList<>();
            for (int i = 0; i < poi.getNumberOfSheets(); i++) {
                if (poi.isSheetHidden(i) || poi.isSheetVeryHidden(i)) {
                    continue;
                }
                var sheet = poi.getSheetAt(i);
                if (sheet.getPhysicalNumberOfRows() > limits.rows()) {
                    return Outcome.refused(Reason.of("workbook-too-many-rows",
                            "“" + sheet.getSheetName() + "”表超过 " + limits.rows() + " 行。", "请分成几份上传，或删去表下方多余的空行。"));
                }
                sheets.add(Sheets.read(sheet, limits));
            }
            return Outcome.done(new Workbook(fileName, content, sheets));
        } catch (EncryptedDocumentException e) {
            return Outcome.refused(encrypted(fileName));
        } catch (IOException | RuntimeException e) {
            // the library reports broken content with a dozen kinds of runtime exception
            return Outcome.refused(broken(fileName));
        }
    }

    private static @Nullable Reason refusal(String fileName, byte[] content, Limits limits) {
        if (content.length == 0) {
            return Reason.of("workbook-empty", "文件“" + fileName + "”是空的。", "请确认文件保存成功后重新上传。");
        }
        if (content.length > limits.bytes()) {
            return Reason.of("workbook-too-large",
                    "文件“" + fileName + "”超过 " + (limits.bytes() >> 20) + " MB。", "请删去图片和无关的工作表后重新上传。");
        }
        return switch (FileMagic.valueOf(content)) {
            case OOXML -> refusalOfPackage(fileName, content, limits);
            case OLE2 -> refusalOfCompound(fileName, content);
            default -> Reason.of("not-a-workbook", "文件“" + fileName + "”不是电子表格。", AGAIN);
        };
    }

    private static @Nullable Reason refusalOfPackage(String fileName, byte[] content, Limits limits) {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            long all = 0;
            boolean workbook = false;
            byte[] buffer = new byte[1 << 16];
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                workbook |= entry.getName().equals("xl/workbook.xml");
                long one = 0;
                for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
                    one += n;
                    all += n;
                    if (all > limits.unpacked()) {
                        return bomb(fileName);
                    }
                }
                zip.closeEntry();
                if (one > 1 << 20 && entry.getCompressedSize() > 0 && one / entry.getCompressedSize() > limits.ratio()) {
                    return bomb(fileName);
                }
            }
            return workbook ? null : Reason.of("not-a-workbook", "文件“" + fileName + "”里没有工作表。", AGAIN);
        } catch (ZipException e) {
            return broken(fileName);
        } catch (IOException | IllegalArgumentException e) {
            return broken(fileName);
        }
    }

    private static @Nullable Reason refusalOfCompound(String fileName, byte[] content) {
        try (var files = new POIFSFileSystem(new ByteArrayInputStream(content))) {
            var root = files.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                return encrypted(fileName);
            }
            return root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book")
                    ? null
                    : Reason.of("not-a-workbook", "文件“" + fileName + "”里没有工作表。", AGAIN);
        } catch (IOException | RuntimeException e) {
            return broken(fileName);
        }
    }

    private static Reason encrypted(String fileName) {
        return Reason.of("workbook-encrypted", "文件“" + fileName + "”设了打开密码，平台不能读取。", "请去掉打开密码后重新上传；涉密文件不得上传。");
    }

    private static Reason bomb(String fileName) {
        return Reason.of("workbook-unpacks-too-large", "文件“" + fileName + "”解开后过大，未读取。", "请只保留需要的工作表，另存后重新上传。");
    }

    private static Reason broken(String fileName) {
        return Reason.of("workbook-broken", "文件“" + fileName + "”已损坏或不完整，打不开。", AGAIN);
    }
}
