package fairway.documents;

import fairway.vault.Vault;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.springframework.stereotype.Component;

/** Opens and writes sealed files. */
@Component("documentsContents")
record Contents(Blobs blobs, Vault vault) {
    InputStream open(DocumentRows.Row row) throws IOException {
        return open(new Litter.Piece(row.document().id(), row.key()));
    }

    InputStream open(Litter.Piece piece) throws IOException {
        return vault.opening(piece.key(), blobs.read(piece.id()), Intake.context(piece));
    }

    void write(Litter.Piece piece, byte[] bytes) throws IOException {
        try (var file = blobs.create(piece.id());
                OutputStream sealing = vault.sealing(piece.key(), file, Intake.context(piece))) {
            sealing.write(bytes);
        }
        blobs.keep(piece.id());
    }
}
