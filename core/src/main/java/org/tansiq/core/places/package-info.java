/**
 * Names of places and where these lie: what a notice says in words, beside its volumes. Data that decides, so
 * it belongs to the rules.
 */
@NullMarked
package org.tansiq.core.places;

import org.jspecify.annotations.NullMarked;
