using Revitalization.Contracts.Households;
using Revitalization.Contracts.Villages;
using Revitalization.Domain.Commands;

namespace Revitalization.Silo.Households;

/// <summary>
/// A rule names the fact it refuses; whoever sent a body looks for the field that stated it. Sheets have their own names
/// (<c>RowBodies.FieldOf</c>), so this stands at the HTTP edge.
/// </summary>
internal static class BodyFields
{
    private static readonly Dictionary<Type, Dictionary<string, string>> s_fields = new()
    {
        [typeof(HouseholdBody)] = new() { ["on"] = "effectiveOn", ["village"] = "villageCode", ["site"] = "resettlementSite" },
        [typeof(MemberBody)] = new() { ["on"] = "effectiveOn", ["memberId"] = "member" },
        [typeof(BirthBody)] = new() { ["on"] = "effectiveOn", ["memberId"] = "member", ["birthYear"] = "birthDate" },
        [typeof(ArrivalBody)] = new() { ["on"] = "effectiveOn", ["memberId"] = "member", ["other"] = "from" },
        [typeof(DeathBody)] = new() { ["on"] = "diedOn", ["memberId"] = "member" },
        [typeof(DepartureBody)] = new() { ["on"] = "leftOn", ["memberId"] = "member", ["other"] = "to" },
        [typeof(HeadBody)] = new() { ["memberId"] = "member" },
        [typeof(MoveBody)] = new() { ["on"] = "movedOn", ["village"] = "toVillageCode" },
        [typeof(SplitBody)] = new() { ["on"] = "splitOn", ["memberIds"] = "members" },
        [typeof(MergeBody)] = new() { ["on"] = "mergedOn", ["into"] = "intoHousehold" },
        [typeof(IncomeBody)] = new()
        {
            ["wage"] = "wageFen", ["operating"] = "operatingFen", ["costs"] = "operatingCostFen", ["property"] = "propertyFen", ["transfer"] = "transferFen",
        },
        [typeof(VillageBody)] = new() { ["on"] = "establishedOn", ["from"] = "establishedOn", ["kinds"] = "grade" },
    };

    /// <summary>The answer, its refusal at the field of <typeparamref name="TBody"/>.</summary>
    public static async Task<CommandReply> In<TBody>(this Task<CommandReply> sent)
    {
        var reply = await sent;
        return reply.Refusal is { Field: { } fact } refusal && s_fields[typeof(TBody)].TryGetValue(fact, out var field)
            ? reply with { Refusal = refusal with { Field = field } }
            : reply;
    }
}
