package org.tansiq.engine;

import org.tansiq.core.Admission;
import org.tansiq.core.Entry;
import org.tansiq.core.Hash;
import org.tansiq.core.Note;
import org.tansiq.core.Rules;
import org.tansiq.core.Stamped;
import org.tansiq.core.World;
import org.tansiq.wire.Places;

/** The rules that an engine runs by, and the hash under which they are on the record. */
public interface Ruling {
    Hash hash();

    default Admission admit(World world, Note note) {
        return Rules.admit(world, note);
    }

    default Entry decide(World world, Stamped asked) {
        return Rules.decide(world, asked, Places.all());
    }

    default World apply(World world, Entry entry) {
        return Rules.apply(world, entry);
    }
}
