/**
 * Commands on a folder that holds a record.
 *
 * <pre>
 *   engine DIR   lines in -> Folder (engine, its threads) -> lines out
 *   verify DIR   Audit          show WHAT   RecordView          rules adopt DIR   Folder
 * </pre>
 */
@NullMarked
package org.tansiq.app.record;

import org.jspecify.annotations.NullMarked;
