using FsCheck;
using FsCheck.Fluent;

namespace Revitalization.Domain.Tests;

/// <summary>Properties over drawn data, the same data in every run: a failure is found again.</summary>
public static class Properties
{
    public static void Holds<T>(Arbitrary<T> arbitrary, Action<T> property, int cases = 500) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(cases).WithReplay(20_220_726, 7_7_3).WithStartSize(10),
            Prop.ForAll(arbitrary, property));
}
