package org.tansiq.app.declaration;

import java.util.List;
import java.util.Optional;
import org.tansiq.geometry.Volume;

/**
 * One piece of a declaration with its own heights: an area, a layer, a leg, or a whole flight.
 *
 * <p>Its volumes are its footprints times its windows, or the slices of a flight, each with its own window.
 * What lies wholly inside one volume of {@code minus} does not conflict. Remarks are keys of messages: what
 * the reader had to add or join.
 */
public record Part(
        String name,
        Optional<DeclaredHeight> floor,
        Optional<DeclaredHeight> ceiling,
        boolean groundKnown,
        List<Volume> volumes,
        List<Volume> minus,
        List<String> remarks) {

    public Part {
        volumes = List.copyOf(volumes);
        minus = List.copyOf(minus);
        remarks = List.copyOf(remarks);
    }
}
