/**
 * Points, heights, volumes of space, height and time, where they meet, and the index that finds them. Needs
 * nothing of ours.
 */
module org.tansiq.geometry {
    requires static org.jspecify;

    exports org.tansiq.geometry;
}
