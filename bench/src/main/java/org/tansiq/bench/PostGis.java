package org.tansiq.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.IdentityHashMap;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.tansiq.geometry.Volume;
import org.tansiq.geometry.Window;

/**
 * PostGIS with one GiST index over plane and time, asked by a prepared statement over a loopback
 * connection.
 *
 * <p>Edges are straight in longitude and latitude and discs have 64 sides, so that a few answers differ
 * from ours.
 */
final class PostGis implements Searcher {
    private static final String MEETING = """
            select id from volume
            where st_intersects(outline, ?::geometry) and span && ?::tstzrange
            and lowest <= ? and highest >= ?""";

    private final Connection connection;
    private final PreparedStatement meeting;
    private final IdentityHashMap<Volume, String> outlines = new IdentityHashMap<>();

    /** Whatever the database held under our name is dropped. */
    PostGis(String url) {
        try {
            connection = DriverManager.getConnection(url + "&prepareThreshold=1&stringtype=unspecified");
            run("create extension if not exists postgis");
            run("create extension if not exists btree_gist");
            run("drop table if exists volume");
            run("create unlogged table volume"
                    + " (id int, outline geometry, span tstzrange, lowest int, highest int)");
            meeting = connection.prepareStatement(MEETING);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public String name() {
        return "PostGIS 2D+time";
    }

    @Override
    public void fill(Volume[] volumes) {
        try {
            copy(volumes);
            run("create index on volume using gist (outline, span)");
            run("vacuum analyze volume");
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private void copy(Volume[] volumes) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy volume from stdin");
        for (int i = 0; i < volumes.length; i++) {
            byte[] row = row(i, volumes[i]).getBytes(StandardCharsets.US_ASCII);
            copy.writeToCopy(row, 0, row.length);
        }
        copy.endCopy();
    }

    private static String row(int number, Volume v) {
        return number + "\t" + WellKnown.hex(v.footprint()) + "\t" + span(v.window()) + "\t"
                + v.band().lowest() + "\t" + v.band().highest() + "\n";
    }

    @Override
    public Tally meeting(Volume asked) {
        try {
            // Drawn in the first round only: turning a disc into 64 sides is not PostGIS's doing.
            meeting.setString(1, outlines.computeIfAbsent(asked, v -> WellKnown.hex(v.footprint())));
            meeting.setString(2, span(asked.window()));
            meeting.setInt(3, Math.toIntExact(asked.band().highest()));
            meeting.setInt(4, Math.toIntExact(asked.band().lowest()));
            return tally();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private Tally tally() throws SQLException {
        Tally tally = new Tally();
        try (ResultSet rows = meeting.executeQuery()) {
            while (rows.next()) tally.found(rows.getInt(1));
        }
        return tally;
    }

    @Override
    public long bytes() {
        try (Statement statement = connection.createStatement();
                ResultSet size = statement.executeQuery("select pg_total_relation_size('volume')")) {
            size.next();
            return size.getLong(1);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String span(Window window) {
        String until = window.until() == Window.OPEN_UNTIL
                ? ""
                : Window.instant(window.until()).toString();
        Instant from = Window.instant(window.from());
        return "[" + from + "," + until + "]";
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("PostGIS: " + e.getMessage(), e);
    }
}
