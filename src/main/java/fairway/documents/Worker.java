package fairway.documents;

import fairway.documents.Structure.Objection;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.time.InstantSource;
import javax.imageio.ImageIO;

/**
 * The process in which strangers' files are parsed: a task and a file come in on its input, an answer leaves on its output, and
 * with the end of the input it ends. Whatever else a file makes it try, {@link Confinement} forbids.
 */
final class Worker {
    /** The first byte out: everything that is needed has been loaded. */
    static final int READY = 'R';

    static final int EXAMINE = 'E';
    static final int SHOW = 'S';
    static final int EXAMINED = 'e';
    static final int SHOWN = 's';
    static final int REFUSED = 'r';

    private final Structure structure;
    private final DataInputStream in;
    private final DataOutputStream out;

    private Worker(Structure structure, DataInputStream in, DataOutputStream out) {
        this.structure = structure;
        this.in = in;
        this.out = out;
    }

    /** Arguments: most pages, most megapixels. */
    public static void main(String[] arguments) throws IOException {
        var out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        System.setOut(System.err);
        ImageIO.setUseCache(false);
        var structure =
                new Structure(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), InstantSource.system());
        FileType.of(new byte[] {'%', 'P', 'D', 'F', '-'});
        out.writeByte(READY);
        out.flush();
        new Worker(structure, new DataInputStream(new FileInputStream(FileDescriptor.in)), out).work();
    }

    private void work() throws IOException {
        while (true) {
            int task;
            try {
                task = in.readByte();
            } catch (EOFException over) {
                return;
            }
            var name = in.readUTF();
            int page = in.readInt();
            var content = in.readNBytes(in.readInt());
            try {
                answer(task, name, page, content);
            } catch (Objection objection) {
                refuse(objection);
            }
            out.flush();
        }
    }

    private void answer(int task, String name, int page, byte[] content) throws Objection, IOException {
        if (task == EXAMINE) {
            var examined = structure.examine(content, name);
            out.writeByte(EXAMINED);
            out.writeUTF(examined.type().name());
            out.writeInt(examined.pages());
            return;
        }
        var picture = Rendering.of(content, FileType.valueOf(name), page);
        out.writeByte(SHOWN);
        out.writeInt(picture.pages());
        out.writeInt(picture.width());
        out.writeInt(picture.height());
        out.writeInt(picture.jpeg().length);
        out.write(picture.jpeg());
    }

    private void refuse(Objection objection) throws IOException {
        out.writeByte(REFUSED);
        out.writeUTF(objection.reason().name());
        out.writeInt(objection.arguments().size());
        for (var argument : objection.arguments()) {
            out.writeBoolean(argument instanceof Integer);
            out.writeUTF(argument.toString());
        }
    }
}
