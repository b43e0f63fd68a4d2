using System.Globalization;
using Revitalization.Contracts.Imports;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Households;
using Revitalization.Silo.Households;
using Revitalization.Silo.Privacy;

namespace Revitalization.Silo.Imports.Writing;

/// <summary>What the register says now for one row of a sheet, by field, in the form that cells are bound to; null: nothing to say.</summary>
internal delegate string? CurrentValue(string field);

/// <summary>The register's side of a written-back row.</summary>
internal static class CurrentValues
{
    public static CurrentValue Household(Standing of, string township, string village) => field => (field, of.Today) switch
    {
        ("headName" or "headId", _) => Head(of, field),
        ("leftKind" or "leftOn", _) => Left(Departure.Of(of), field),
        (_, { } now) => Household(now, township, village, field),
        _ => null,
    };

    private static string? Household(HouseholdView now, string township, string village, string field) => field switch
    {
        "villageCode" => now.Village,
        "township" => township,
        "village" => village,
        "group" => now.Profile.Group ?? "",
        "kind" => Terms.Code(now.Profile.Kind),
        "monitored" => now.Profile.Monitored == MonitoredKind.None ? "" : Terms.Code(now.Profile.Monitored),
        "riskCleared" => Flag(now.Profile.RiskCleared),
        "resettled" => Flag(now.Profile.Resettled),
        "resettlementSite" => now.Profile.Site ?? "",
        // A sheet of households may go in before its people do.
        "people" => now.Members.Length > 0 ? now.Members.Length.ToString(CultureInfo.InvariantCulture) : null,
        _ => null,
    };

    /// <summary>Of who has left: that, and what an erasure took away.</summary>
    public static CurrentValue Member(Standing of, MemberHistory member)
    {
        var (now, present) = (member.DetailsOn(of.On), of.IsPresent(member));
        return field => field is "leftKind" or "leftOn" ? Left(Departure.Of(of, member), field) : Personal(now, of.Keys, field) switch
        {
            { } personal => present || personal.Length == 0 ? personal : null,
            null => present ? Member(now, field) : null,
        };
    }

    private static string Left(Departure? left, string field) =>
        left is null ? "" : field == "leftKind" ? left.Reason : PersonFields.Day(left.On);

    private static string? Member(MemberDetails now, string field) => field switch
    {
        "relation" => Terms.Code(now.Relation),
        "labour" => Terms.Code(now.Labour),
        "employment" => Terms.Code(now.Employment),
        "willingToWork" => Flag(now.Willing),
        "inSchool" => Flag(now.Schooling == Schooling.AtSchool),
        // Being at school hides the level: what the sheet says of it stays.
        "schooling" => now.Schooling == Schooling.AtSchool ? null : Terms.Code(now.Schooling),
        _ => null,
    };

    private static string? Personal(MemberDetails now, IReadOnlyDictionary<Guid, ReadOnlyMemory<byte>> keys, string field) => field switch
    {
        "name" => Open(now, keys, PersonFields.Name, now.Name),
        "nationalId" => Open(now, keys, PersonFields.NationalId, now.NationalId),
        "phone" => Open(now, keys, PersonFields.Phone, now.Phone),
        "bankAccount" => Open(now, keys, PersonFields.BankAccount, now.BankAccount),
        "health" => Open(now, keys, PersonFields.Health, now.Health),
        _ => null,
    };

    /// <param name="amounts">Null: the register has none for the period.</param>
    public static CurrentValue Income(Standing of, IncomeAmounts? amounts) => field => (field, amounts) switch
    {
        ("headName", _) => Head(of, field),
        (_, { } now) => Income(now, field),
        _ => null,
    };

    private static string? Income(IncomeAmounts now, string field) => field switch
    {
        "wage" => Fen(now.WageFen),
        "operating" => Fen(now.OperatingFen),
        "cost" => Fen(now.CostsFen),
        "property" => Fen(now.PropertyFen),
        "transfer" => Fen(now.TransferFen),
        _ => null,
    };

    private static string? Head(Standing of, string field) =>
        of.Head is { } head ? Member(of, head)(field == "headName" ? "name" : "nationalId") : null;

    /// <summary>A value as the sheet writes it.</summary>
    public static string Written(SheetField field, string unit, string value) => field.Form switch
    {
        FieldForm.Choice => field.Choices.FirstOrDefault(choice => choice.Value == value)?.Written ?? value,
        FieldForm.Amount => (long.Parse(value, CultureInfo.InvariantCulture) / (unit == "万元" ? 1_000_000m : 100m)).ToString("0.00####", CultureInfo.InvariantCulture),
        _ => value,
    };

    private static string Flag(bool value) => value ? "true" : "false";

    private static string Fen(long fen) => fen.ToString(CultureInfo.InvariantCulture);

    // Null where the register knows nothing: the sheet's own cell stays. Of an erased person, whose key is gone, no cell may.
    private static string? Open(MemberDetails of, IReadOnlyDictionary<Guid, ReadOnlyMemory<byte>> keys, string field, Domain.Privacy.SealedText? text)
    {
        if (text is not { } present) return null;
        if (present.IsCleared || !keys.TryGetValue(of.Person, out var known)) return "";
        using var sealer = new PersonSealer(known);
        return sealer.Open(field, present.Ciphertext);
    }
}
