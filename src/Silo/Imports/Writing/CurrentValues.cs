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
    public static CurrentValue Household(HouseholdView now, string township, string village) => field => field switch
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
        _ => null,
    };

    public static CurrentValue Member(MemberView now, IReadOnlyDictionary<Guid, ReadOnlyMemory<byte>> keys) => field => field switch
    {
        "name" => Open(now.Details, keys, PersonFields.Name, now.Details.Name),
        "nationalId" => Open(now.Details, keys, PersonFields.NationalId, now.Details.NationalId),
        "phone" => Open(now.Details, keys, PersonFields.Phone, now.Details.Phone),
        "bankAccount" => Open(now.Details, keys, PersonFields.BankAccount, now.Details.BankAccount),
        "health" => Open(now.Details, keys, PersonFields.Health, now.Details.Health),
        "relation" => Terms.Code(now.Details.Relation),
        "labour" => Terms.Code(now.Details.Labour),
        "employment" => Terms.Code(now.Details.Employment),
        "willingToWork" => Flag(now.Details.Willing),
        "inSchool" => Flag(now.Details.Schooling == Schooling.AtSchool),
        // Being at school hides the level: what the sheet says of it stays.
        "schooling" => now.Details.Schooling == Schooling.AtSchool ? null : Terms.Code(now.Details.Schooling),
        _ => null,
    };

    public static CurrentValue Income(IncomeAmounts now) => field => field switch
    {
        "wage" => Fen(now.WageFen),
        "operating" => Fen(now.OperatingFen),
        "cost" => Fen(now.CostsFen),
        "property" => Fen(now.PropertyFen),
        "transfer" => Fen(now.TransferFen),
        _ => null,
    };

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
