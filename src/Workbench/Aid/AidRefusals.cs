using System.Collections.Frozen;

namespace Revitalization.Workbench.Aid;

/// <summary>The field at which a refusal about aid is shown, where the Silo names none: the one that mends it.</summary>
internal static class AidRefusals
{
    public static readonly FrozenDictionary<string, string[]> Fields = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["aid.day-in-future"] = ["deliveredOn", "on"],
        ["aid.year-outside"] = ["year"],
        ["aid.amount-implausible"] = ["amountFen", "quantity"],
        ["aid.money-missing"] = ["amountFen"],
        ["aid.recipient-elsewhere"] = ["recipient"],
        ["aid.evidence-missing"] = ["files"],
        ["aid.text-implausible"] = ["title", "text", "reason"],
        ["aid.pairing-unknown"] = ["pairing"],
        ["aid.confirmed-above-reported"] = ["confirmedFen", "confirmedQuantity"],
        ["aid.reason-missing"] = ["reason"],
        ["aid.reference-malformed"] = ["invoices", "transfers"],
        ["aid-check.period-malformed"] = ["period"],
        ["aid-check.period-not-over"] = ["period"],
        ["aid-check.already-checked"] = ["period"],
        ["aid-check.day-in-future"] = ["on"],
        ["aid-check.day-too-early"] = ["on"],
        ["aid-check.due-too-early"] = ["dueOn"],
        ["aid-check.text-implausible"] = ["text", "responsible", "reason"],
        ["aid-check.reason-missing"] = ["reason"],
        ["partnership.region-unknown"] = ["donor", "recipient", "recipientRegion"],
        ["partnership.recipient-not-county"] = ["recipient"],
        ["partnership.kind-contradicted"] = ["kind"],
        ["partnership.year-outside"] = ["year", "endYear", "startYear"],
        ["partnership.due-outside-year"] = ["year"],
        ["partnership.code-malformed"] = ["code"],
        ["partnership.pairing-elsewhere"] = ["recipientRegion"],
        ["partnership.dates-reversed"] = ["until"],
        ["partnership.headcount-implausible"] = ["headcount"],
        ["partnership.text-implausible"] = ["document", "party", "donorParty"],
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
