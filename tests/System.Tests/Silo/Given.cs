using System.Globalization;
using Revitalization.Contracts.Households;
using Revitalization.Domain.Privacy;

namespace Revitalization.SystemTests.Silo;

/// <summary>Evidently made-up households and people.</summary>
internal static class Given
{
    public static readonly DateOnly Registered = new(2023, 1, 10);

    public static HouseholdBody Household(string village = RunningSilo.Village, string kind = "lifted", DateOnly? on = null) =>
        new(village, kind, on ?? Registered);

    /// <summary>The n-th made-up person; odd ones are men.</summary>
    public static MemberBody Member(int n, string relation = "head", string name = "示例甲", DateOnly? on = null) =>
        new(name, NationalId(n), relation, on ?? Registered, Labour: "able", Employment: "in-county", Schooling: "primary",
            Phone: "13800001234", BankAccount: "6228480000001234");

    public static string NationalId(int n)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"510823{1950 + n % 50}0{1 + n / 50 % 9}15{n / 450 % 1000:000}");
        return digits + Revitalization.Domain.Privacy.NationalId.CheckDigit(digits);
    }

    public static IncomeBody Income(long wageFen = 1_000_00) => new(wageFen, 500_00, 100_00, 10_00, 40_00);
}
