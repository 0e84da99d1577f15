/**
 * Where volumes of space, height and time meet, and by how much.
 *
 * <pre>
 *   Position -> Normal -> Core (spot, chain, ring)    Height -> Band     Window
 *                           + radius, precision         |                  |
 *                           = Footprint ----------------+---- Volume ------+
 *                                                               |
 *          SpaceTimeIndex (who might meet)  ->  Meeting (whether, by how much)  ->  Finding, Box
 * </pre>
 *
 * <p>Geometry has one meaning: an edge is the great circle of its ends' geodetic normals, distances are
 * metres on WGS84, everything is closed, and one gap decides. Everything here gives the same bits on every
 * machine.
 */
@NullMarked
package org.tansiq.geometry;

import org.jspecify.annotations.NullMarked;
