package org.tansiq.app.declaration;

/**
 * What can be wrong with a file before it is a shape. The details of each are listed value first, limit
 * second.
 */
public enum InputFault {
    /** No such file. */
    NOT_FOUND,
    /** The file is there, and the system does not let it be read. */
    UNREADABLE,
    /** Nothing but blanks. */
    EMPTY_FILE,
    /** Details: the bytes read or found, the most. */
    FILE_TOO_LARGE,
    /** Bytes that are not UTF-8. Details: the line. */
    BROKEN_UTF8,
    /** The file ends too early. Details: line, column. */
    TRUNCATED,
    /** Not JSON, or a text, a name or a number in it is beyond all measure. Details: line, column. */
    NOT_JSON,
    /** Something follows the end of the JSON text. Details: line, column. */
    TRAILING,
    /** JSON that is no Feature and no FeatureCollection. Details: the type found. */
    NOT_GEOJSON,
    /** Details: the depth found, the most. */
    TOO_DEEP,
    /** Details: the values in one feature, the most. */
    TOO_MANY_VALUES,
    /** Details: how many, the most. */
    TOO_MANY_FEATURES,
    /** So much was refused that the rest of the file was not read. Details: how many, the most. */
    TOO_MANY_REFUSED,
    /** The same property twice in one object. Details: the property. */
    DUPLICATE_PROPERTY,
    /** Details: none; the field says what is missing. */
    MISSING,
    /** Details: the kind found, the kind wanted. */
    WRONG_TYPE,
    /** Details: the value, the values allowed. */
    UNKNOWN_VALUE,
    /** A property that looks like one of ours. Details: the property, the one that was probably meant. */
    MISSPELT,
    /** A property that the shape has no use for. Details: the property, the shape. */
    NOT_FOR_SHAPE,
    /** One thing said in two ways. Details: both properties. */
    GIVEN_TWICE,
    /** Details: the value, 0. */
    NOT_POSITIVE,
    /** Feet and levels are whole numbers. Details: the value. */
    NOT_WHOLE,
    /** Details: how many characters, the most. */
    TEXT_TOO_LONG,
    /** A character that hides or turns text. Details: its code point, as U+202E. */
    TEXT_CHARACTER,
    /** Details: how many, the most. */
    TOO_MANY_WINDOWS,
    /** Details: how many, the most. */
    TOO_MANY_PARTS,
    /** Details: how many, the most. */
    TOO_MANY_VOLUMES,
    /** Details: the text. */
    TIME_WITHOUT_ZONE,
    /** Details: the text. */
    NOT_A_TIME,
    /** Details: how many, how many are wanted. */
    WRONG_COUNT,
    /** First and last bearing are one: nothing, or the full ring? Details: both. */
    BEARINGS_EQUAL,
    /** Details: the bearing, the limit; in degrees. */
    BEARING,
    /** The inner radius is not smaller than the outer. Details: the inner, the outer; in metres. */
    INNER_RADIUS,
    /**
     * A rhumb edge half round the Earth or more, which could run either way. Details: longitude of each
     * end.
     */
    RHUMB_HALF_TURN,
    /** What is subtracted has no volume. Details: its kind. */
    MINUS_WITHOUT_VOLUME,
    /** A line of a scenario without a time stamp. Details: how it begins. */
    LINE_WITHOUT_TIME,
    /** Details: how many characters, the most. */
    LINE_TOO_LONG,
    /** A continued line whose rest is missing. */
    LINE_UNFINISHED,
    /** Details: the word. */
    NOT_A_NUMBER,
    /** Details: the word. */
    NOT_A_POSITION,
    /** Details: the speed, the limit; in knots. */
    SPEED,
    /** The horizon is before 00:00 or too far. Details: the horizon, the longest. */
    HORIZON
}
