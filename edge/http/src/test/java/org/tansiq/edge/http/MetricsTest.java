package org.tansiq.edge.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.tansiq.core.Bytes;

class MetricsTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Metrics metrics =
            new Metrics(nanos::get, List.of(new Metrics.Gauge("tansiq_entries", "Entries on the record.", () -> 7)));

    private static Request call(String method, String path) {
        return new Request(method, List.of(path.split("/", -1)), Map.of(), Map.of(), Bytes.of(""));
    }

    private Handler answering(int status, long took) {
        return metrics.around(_ -> {
            nanos.addAndGet(took);
            return new Response.Whole(status, "application/json", List.of(), Bytes.of("{}"));
        });
    }

    private Samples samples() {
        return Samples.read(metrics.text().text());
    }

    @Test
    void everyCallCountsOnceUnderItsNameAndStatus() {
        answering(201, 0).handle(call("POST", "api/v1/notes"));
        answering(409, 0).handle(call("POST", "api/v1/notes"));
        answering(304, 0).handle(call("GET", "api/v1/openapi.json"));
        answering(200, 0).handle(call("GET", "api/v1/declarations/some-party-s-secret-id"));
        answering(404, 0).handle(call("GET", "api/v1/secret"));
        answering(404, 0).handle(call("GET", "x"));
        assertThat(samples().calls("notes", "2xx")).isEqualTo(1);
        assertThat(samples().calls("notes", "4xx")).isEqualTo(1);
        assertThat(samples().calls("openapi.json", "3xx")).isEqualTo(1);
        assertThat(samples().calls("declarations", "2xx")).isEqualTo(1);
        assertThat(samples().calls("other", "4xx")).isEqualTo(2);
        assertThat(metrics.text().text()).doesNotContain("secret");
    }

    @Test
    void everyNameHasAHelpAndAType() {
        answering(201, 0).handle(call("POST", "api/v1/notes"));
        metrics.noted("accepted");
        assertThat(samples().types())
                .containsOnly(
                        Map.entry("tansiq_answers_total", "counter"),
                        Map.entry("tansiq_calls_total", "counter"),
                        Map.entry("tansiq_entries", "gauge"),
                        Map.entry("tansiq_note_seconds", "histogram"),
                        Map.entry("tansiq_streams", "gauge"));
        assertThat(samples().of("tansiq_entries")).isEqualTo(7);
    }

    @Test
    void answersCountByTheirKind() {
        metrics.noted("accepted");
        metrics.noted("refused/version-moved");
        metrics.noted("refused/version-moved");
        assertThat(samples().answers("accepted")).isEqualTo(1);
        assertThat(samples().answers("refused/version-moved")).isEqualTo(2);
    }

    @Test
    void aNotesTimeIsInEveryBucketThatItFits() {
        answering(201, 5_000_000).handle(call("POST", "api/v1/notes"));
        answering(201, 5_000_001).handle(call("POST", "api/v1/notes"));
        answering(201, 2_000_000_000).handle(call("POST", "api/v1/notes"));
        answering(200, 900_000_000).handle(call("GET", "api/v1/me"));
        assertThat(samples().of("tansiq_note_seconds_bucket", "le=\"0.005\"")).isEqualTo(1);
        assertThat(samples().of("tansiq_note_seconds_bucket", "le=\"0.01\"")).isEqualTo(2);
        assertThat(samples().of("tansiq_note_seconds_bucket", "le=\"1.0\"")).isEqualTo(2);
        assertThat(samples().of("tansiq_note_seconds_bucket", "le=\"+Inf\"")).isEqualTo(3);
        assertThat(samples().of("tansiq_note_seconds_count")).isEqualTo(3);
        assertThat(samples().of("tansiq_note_seconds_sum")).isEqualTo(2.010000001);
    }

    @Test
    void aHandlerThatThrowsIsTimedAndCounted() {
        Handler throwing = metrics.around(_ -> {
            nanos.addAndGet(20_000_000);
            throw new IllegalStateException("the disk is gone");
        });
        assertThatIllegalStateException().isThrownBy(() -> throwing.handle(call("POST", "api/v1/notes")));
        assertThat(samples().calls("notes", "5xx")).isEqualTo(1);
        assertThat(samples().of("tansiq_note_seconds_bucket", "le=\"0.01\"")).isZero();
        assertThat(samples().of("tansiq_note_seconds_bucket", "le=\"0.025\"")).isEqualTo(1);
    }

    @Test
    void whatIsRefusedBeforeItIsLookedAtCountsUnderItsName() {
        Handler handler = answering(200, 0);
        handler.refuse(call("POST", "api/v1/notes"), new Handler.Bad(413, "too-large", "", "", ""));
        handler.refuse(call("", ""), new Handler.Bad(400, "bad-request", "", "", ""));
        handler.refuse(call("POST", "api/v1/notes"), new Handler.Bad(503, "busy", "", "", ""));
        assertThat(samples().calls("notes", "4xx")).isEqualTo(1);
        assertThat(samples().calls("notes", "5xx")).isEqualTo(1);
        assertThat(samples().calls("other", "4xx")).isEqualTo(1);
        assertThat(samples().of("tansiq_note_seconds_count")).isZero();
    }

    // Numbers are written for a program, whatever digits the machine's language has.
    @Test
    void digitsAreThoseOfAsciiInEveryLocale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        try {
            answering(201, 5_000_000).handle(call("POST", "api/v1/notes"));
            assertThat(metrics.text().text()).isASCII();
        } finally {
            Locale.setDefault(before);
        }
    }

    private Response.Events stream(Response.Running running, Runnable closed) {
        return (Response.Events)
                metrics.around(_ -> new Response.Events(running, closed)).handle(call("GET", "api/v1/stream"));
    }

    private double streams() {
        return samples().of("tansiq_streams");
    }

    @Test
    void aStreamCountsFromItsCreationToItsClosing() throws Exception {
        List<Double> during = new ArrayList<>();
        AtomicInteger closed = new AtomicInteger();
        try (Response.Events events = stream(_ -> during.add(streams()), closed::incrementAndGet)) {
            assertThat(streams()).isEqualTo(1);
            events.running().run(_ -> {});
            assertThat(streams()).isEqualTo(1);
        }
        assertThat(during).containsExactly(1.0);
        assertThat(closed).hasValue(1);
        assertThat(streams()).isZero();
        assertThat(samples().calls("stream", "2xx")).isEqualTo(1);
    }

    @Test
    void aStreamIsLeftOnceWhetherItNeverRanOrThrew() {
        Response.Events never = stream(_ -> {}, () -> {});
        Response.Events other = stream(_ -> {}, () -> {});
        never.close();
        never.close();
        assertThat(streams()).isEqualTo(1);
        other.close();
        Response.Events throwing = stream(
                _ -> {
                    throw new IOException("the client is gone");
                },
                () -> {
                    throw new IllegalStateException("twice");
                });
        assertThatIllegalStateException().isThrownBy(throwing::close);
        assertThat(streams()).isZero();
    }
}
