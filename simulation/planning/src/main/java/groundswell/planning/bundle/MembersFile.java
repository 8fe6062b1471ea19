package groundswell.planning.bundle;

import groundswell.planning.store.ParquetFooter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** Reads and writes {@code members.parquet}: one row per member, in the order of the index. */
final class MembersFile {
  private static final MessageType SCHEMA =
      MessageTypeParser.parseMessageType(
          """
          message member {
            required int32 member_index;
            required binary member_key (STRING);
            required binary ring (STRING);
            required binary channel (STRING);
            required binary city (STRING);
            required double value;
            required int32 joined_date (DATE);
            optional int32 adopted_date (DATE);
          }
          """);

  private MembersFile() {}

  static void write(Path file, BundleMembers members) {
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file))
            .withType(SCHEMA)
            .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
            .withConf(new PlainParquetConfiguration())
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .build()) {
      for (int index = 0; index < members.count(); index++) {
        writer.write(row(members, index));
      }
    } catch (IOException fault) {
      throw new UncheckedIOException("Cannot write " + file, fault);
    }
    finish(file);
  }

  /** Equal members give an equal file, whose checksum stands in the provenance. */
  private static void finish(Path file) {
    try {
      ParquetFooter.sortEncodings(file);
    } catch (IOException fault) {
      throw new UncheckedIOException("Cannot finish " + file, fault);
    }
  }

  static BundleMembers read(Path file, int count) {
    BundleMembers members = empty(count);
    int read = 0;
    try (ParquetReader<Group> reader = new Reader(file).build()) {
      for (Group row = reader.read(); row != null; row = reader.read()) {
        if (read == count) {
          throw new IllegalArgumentException(
              "%s has more rows than the network has members (%d)".formatted(file, count));
        }
        take(row, members, read++);
      }
    } catch (IOException fault) {
      throw new UncheckedIOException("Cannot read " + file, fault);
    }
    if (read != count) {
      throw new IllegalArgumentException(
          "%s must have one row per member of the network (%d) but has %d"
              .formatted(file, count, read));
    }
    return members;
  }

  private static Group row(BundleMembers members, int index) {
    Group row = new SimpleGroup(SCHEMA);
    row.add("member_index", index);
    row.add("member_key", members.memberKey()[index]);
    row.add("ring", members.ring()[index]);
    row.add("channel", members.channel()[index]);
    row.add("city", members.city()[index]);
    row.add("value", members.value()[index]);
    row.add("joined_date", members.joinedDay()[index]);
    if (members.adoptedDay()[index] != BundleMembers.NEVER) {
      row.add("adopted_date", members.adoptedDay()[index]);
    }
    return row;
  }

  private static void take(Group row, BundleMembers members, int index) {
    members.memberKey()[index] = row.getString("member_key", 0);
    members.ring()[index] = row.getString("ring", 0);
    members.channel()[index] = row.getString("channel", 0);
    members.city()[index] = row.getString("city", 0);
    members.value()[index] = row.getDouble("value", 0);
    members.joinedDay()[index] = row.getInteger("joined_date", 0);
    members.adoptedDay()[index] =
        row.getFieldRepetitionCount("adopted_date") == 0
            ? BundleMembers.NEVER
            : row.getInteger("adopted_date", 0);
  }

  private static BundleMembers empty(int count) {
    return new BundleMembers(
        new String[count],
        new String[count],
        new String[count],
        new String[count],
        new double[count],
        new int[count],
        new int[count]);
  }

  private static final class Reader extends ParquetReader.Builder<Group> {
    Reader(Path file) {
      super(new LocalInputFile(file));
    }

    @Override
    protected GroupReadSupport getReadSupport() {
      return new GroupReadSupport();
    }
  }
}
