using System.Numerics;

namespace Revitalization.Domain.Tests.Disclosure;

/// <summary>An exact number; what does not fit into 64 bits throws rather than rounds.</summary>
internal readonly record struct Fraction(long Top, long Bottom) : IComparable<Fraction>
{
    public static readonly Fraction Zero = new(0, 1);

    public static implicit operator Fraction(long whole) => new(whole, 1);

    public bool IsZero => Top == 0;

    public int Sign => Math.Sign(Top);

    public static Fraction operator +(Fraction a, Fraction b) => a.Bottom == 1 && b.Bottom == 1
        ? new(checked(a.Top + b.Top), 1)
        : Of((Int128)a.Top * b.Bottom + (Int128)b.Top * a.Bottom, (Int128)a.Bottom * b.Bottom);

    public static Fraction operator -(Fraction a) => new(-a.Top, a.Bottom);

    public static Fraction operator -(Fraction a, Fraction b) => a + -b;

    public static Fraction operator *(Fraction a, Fraction b) => a.Bottom == 1 && b.Bottom == 1
        ? new(checked(a.Top * b.Top), 1)
        : Of((Int128)a.Top * b.Top, (Int128)a.Bottom * b.Bottom);

    public static Fraction operator /(Fraction a, Fraction b) => Of((Int128)a.Top * b.Bottom, (Int128)a.Bottom * b.Top);

    public int CompareTo(Fraction other) => ((Int128)Top * other.Bottom).CompareTo((Int128)other.Top * Bottom);

    private static Fraction Of(Int128 top, Int128 bottom)
    {
        if (top == 0) return Zero;
        var common = (Int128)BigInteger.GreatestCommonDivisor(top, bottom);
        if (bottom < 0) common = -common;
        return new(checked((long)(top / common)), checked((long)(bottom / common)));
    }
}
