package org.tansiq.engine;

import org.tansiq.core.World;

/** The world that anybody may see: everything in it is durable. One thread writes, any number read. */
final class Shown {
    private volatile World world;

    Shown(World world) {
        this.world = world;
    }

    World world() {
        return world;
    }

    void show(World durable) {
        world = durable;
    }
}
