package org.tansiq.ledger;

import java.util.Optional;
import org.bouncycastle.math.ec.rfc7748.X25519Field;

/**
 * Whether a point of edwards25519 lies in the group of prime order: whether it is eight times some point.
 *
 * <p>Bouncy Castle verifies with the cofactor, so that R may be off by one of eight small points; others
 * verify without, and refuse that. What passes here too is what both take.
 *
 * <p>On the Montgomery curve v2 = u3 + A u2 + u, A = 486662, u = (1 + y)/(1 - y), a point is twice another
 * where u is a square. It then comes, by an isogeny of degree 2 (of kernel (0, 0)), from a point of the curve
 * Y2 = X (X - A + 2) (X - A - 2): from X = A + 2u + 2 sqrt(u2 + A u + 1), Y = 2 X sqrt(u). And it is eight
 * times another where the Tate pairing of that point with one of order 4 is trivial: where (Y - (w - 2)(X -
 * w2))2 / (X - w2) is a fourth power; w2 = A + 2, and w (w - 2) is no square, so that the pairing with (0, 0)
 * is trivial too. Law: {@code holdsWhereTheOrderTakesItToNothing}.
 */
final class PrimeOrder {
    private static final int A = 486662;
    private static final int[] ONE = number(1);
    private static final int[] SLOPE = slope();

    private PrimeOrder() {}

    /** Of a point given by its encoding (RFC 8032), which MUST be one; the neutral point does not count. */
    static boolean holds(byte[] encoded, int at) {
        int[] y = X25519Field.create();
        X25519Field.decode255(encoded, at, y, 0); // Without the highest bit, the sign of x.
        int[] above = sum(ONE, y);
        int[] below = difference(ONE, y);
        if (X25519Field.isZeroVar(normal(above)) || X25519Field.isZeroVar(normal(below))) return false;
        return root(above, below).filter(PrimeOrder::divides).isPresent();
    }

    // Takes sqrt(u).
    private static boolean divides(int[] s) {
        int[] u = product(s, s);
        int[] e = root(sum(product(u, sum(u, number(A))), ONE), ONE).orElseThrow();
        int[] half = difference(sum(u, e), ONE);
        int[] past = sum(half, half); // X - A - 2.
        int[] y = product(sum(s, s), sum(past, number(A + 2)));
        int[] line = product(difference(y, product(SLOPE, past)), past);
        return X25519Field.isOneVar(normal(quartic(product(past, product(line, line)))));
    }

    // The power (p - 1) / 4 = 2^253 - 5: 1 for fourth powers alone.
    private static int[] quartic(int[] x) {
        int[] x3 = product(squared(x, 1), x);
        int[] ones5 = product(squared(product(squared(x3, 2), x3), 1), x);
        int[] ones10 = product(squared(ones5, 5), ones5);
        int[] ones20 = product(squared(ones10, 10), ones10);
        int[] ones40 = product(squared(ones20, 20), ones20);
        int[] ones50 = product(squared(ones40, 10), ones10);
        int[] ones100 = product(squared(ones50, 50), ones50);
        int[] ones200 = product(squared(ones100, 100), ones100);
        int[] ones250 = product(squared(ones200, 50), ones50);
        return product(squared(ones250, 3), x3);
    }

    private static Optional<int[]> root(int[] above, int[] below) {
        int[] root = X25519Field.create();
        return X25519Field.sqrtRatioVar(above, below, root) ? Optional.of(root) : Optional.empty();
    }

    private static int[] number(int n) {
        int[] number = X25519Field.create();
        X25519Field.one(number);
        X25519Field.mul(number, n, number);
        return number;
    }

    // The sign does not matter.
    private static int[] slope() {
        int[] w = root(number(A + 2), ONE).orElseThrow();
        int[] less = difference(w, number(2));
        return root(product(w, less), ONE).isEmpty() ? less : sum(w, number(2));
    }

    private static int[] sum(int[] a, int[] b) {
        int[] sum = X25519Field.create();
        X25519Field.add(a, b, sum);
        X25519Field.carry(sum);
        return sum;
    }

    private static int[] difference(int[] a, int[] b) {
        int[] difference = X25519Field.create();
        X25519Field.sub(a, b, difference);
        X25519Field.carry(difference);
        return difference;
    }

    private static int[] product(int[] a, int[] b) {
        int[] product = X25519Field.create();
        X25519Field.mul(a, b, product);
        return product;
    }

    private static int[] squared(int[] a, int times) {
        int[] power = X25519Field.create();
        X25519Field.sqr(a, times, power);
        return power;
    }

    private static int[] normal(int[] a) {
        X25519Field.normalize(a);
        return a;
    }
}
