package org.tansiq.app.declaration;

import org.tansiq.geometry.Reference;

/** A height as its author wrote it, for people; a volume's own heights are millimetres rounded outward. */
public record DeclaredHeight(Reference reference, Unit unit, double value) {}
