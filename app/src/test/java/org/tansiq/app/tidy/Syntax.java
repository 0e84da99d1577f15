package org.tansiq.app.tidy;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;

/** A parsed Java file; lines count from 1. */
record Syntax(CompilationUnitTree unit, SourcePositions positions) {

    long firstLine(Tree part) {
        return unit.getLineMap().getLineNumber(positions.getStartPosition(unit, part));
    }

    long lines(Tree part) {
        return unit.getLineMap().getLineNumber(positions.getEndPosition(unit, part)) - firstLine(part) + 1;
    }
}
