package cn.yizhen.app.record;

import cn.yizhen.app.access.Act;
import cn.yizhen.app.access.Acts;
import cn.yizhen.app.access.Performed;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.app.record.model.AttachmentType;
import cn.yizhen.app.record.model.NotedRecord;
import cn.yizhen.rules.Outcome;
import cn.yizhen.rules.Reason;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Papers laid beside a record by whoever wishes; their kind is told by what is in them, not by their name. */
@Component
class Attachments {

    static final int LARGEST = 10 << 20;
    private static final int MOST = 10;

    private final Acts acts;
    private final Transactions transactions;
    private final RecordRows rows;

    Attachments(Acts acts, Transactions transactions, RecordRows rows) {
        this.acts = acts;
        this.transactions = transactions;
        this.rows = rows;
    }

    /** A stored attachment. */
    record Stored(String name, String mediaType, byte[] content) {}

    Performed add(Scope scope, UUID key, NotedRecord record, String fileName, byte[] content) {
        var act = new Act(key, "record.attached", scope.post().post(), null, null,
                Map.of("record", record.subject().toString(), "name", fileName, "size", content.length));
        return acts.perform(scope, act, writing -> {
            Optional<AttachmentType> type = AttachmentType.of(content);
            if (content.length == 0 || content.length > LARGEST) {
                return Outcome.refused(Reason.of("attachment-size", "文件“" + fileName + "”" + (content.length == 0 ? "是空的。" : "超过 10 MB。"), "请压缩或只传需要的几页。"));
            }
            if (type.isEmpty()) {
                return Outcome.refused(Reason.of("attachment-type", "文件“" + fileName + "”不是 PDF、Word、Excel、图片或文本。", "请另存为 PDF 后再传；不传也是完整的记录。"));
            }
            var against = AttachmentCheck.of(type.get(), fileName, content);
            if (against.isPresent()) {
                return Outcome.refused(against.get());
            }
            long already = writing.sql().sql("select count(*) from record_attachment where subject = ?").param(record.subject())
                    .query(Long.class).single();
            if (already >= MOST) {
                return Outcome.refused(Reason.of("attachment-count", "一条记录最多附 " + MOST + " 个文件。", "请并成一个文件；不传也是完整的记录。"));
            }
            writing.sql().sql("""
                    insert into record_attachment (id, county, act, subject, unit, name, media_type, size, content, digest)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                    .params(rows.newId(), scope.county(), writing.act(), record.subject(), record.content().unit().value(),
                            plain(fileName), type.get().mediaType(), content.length, content, sha256(content))
                    .update();
            return Outcome.done(Noting.address(record.subject()));
        });
    }

    Optional<Stored> find(Scope scope, UUID subject, UUID attachment) {
        return transactions.reading(scope, sql -> sql
                .sql("select name, media_type, content from record_attachment where subject = ? and id = ?")
                .params(subject, attachment)
                .query((row, _) -> new Stored(row.getString(1), row.getString(2), row.getBytes(3))).optional());
    }

    private static String plain(String fileName) {
        String name = fileName.replaceAll(".*[/\\\\]", "").replaceAll("[\\p{Cntrl}\"<>|:*?]", "").strip();
        return name.isEmpty() ? "附件" : name.substring(0, Math.min(80, name.length()));
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
