using System.Diagnostics;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Regions;

namespace Revitalization.Domain.Aid;

/// <summary>What partners can agree on: agreement, pairings, yearly plan, exchanges of people. All are resources: stating them again changes nothing.</summary>
public static class PartnershipRules
{
    public const int TextMax = 100;
    public const int PairingsMax = 2_000;
    private const int FirstYear = 1979;
    private const int LastYear = 2100;

    public static Decision<PartnershipEvent> Decide(Partnership partnership, PartnershipCommand command, RegionBook regions) => command switch
    {
        PutAgreement c => Agree(partnership, c, regions),
        PutPairing c => Pair(partnership, c, regions),
        PutPlan c => Plan(partnership, c),
        PutExchange c => Exchange(partnership, c),
        _ => throw new UnreachableException($"No rule for {command.GetType().Name}."),
    };

    private static Decision<PartnershipEvent> Agree(Partnership partnership, PutAgreement c, RegionBook regions)
    {
        if (regions.Find(c.Donor) is not { Level: < RegionLevel.Township } donor) return PartnershipRefusal.RegionUnknown.On("donor");
        if (regions.Find(c.Recipient) is not { } recipient) return PartnershipRefusal.RegionUnknown.On("recipient");
        if (recipient.Level != RegionLevel.County) return PartnershipRefusal.RecipientNotCounty.On("recipient");
        if (Contradicts(c.Kind, donor.Code, recipient.Code)) return PartnershipRefusal.KindContradicted.On("kind");
        if (c.StartYear is < FirstYear or > LastYear || c.EndYear < c.StartYear || c.EndYear > LastYear) return PartnershipRefusal.YearOutside.On("startYear");
        if (!Says(c.Document)) return PartnershipRefusal.TextImplausible.On("document");
        if (partnership.Agreement is { } known && (known.Donor != c.Donor || known.Recipient != c.Recipient)) return PartnershipRefusal.PartiesFixed.On("donor");
        return Unless(partnership.Agreement, new AgreementPut(c.Kind, c.Donor, c.Recipient, c.StartYear, c.EndYear, c.Document, c.TwoSignatures));
    }

    private static bool Contradicts(PartnershipKind kind, string donor, string recipient)
    {
        var sameProvince = donor[..2] == recipient[..2];
        return kind switch
        {
            PartnershipKind.EastWest => sameProvince,
            PartnershipKind.ProvincialCounterpart => !sameProvince || donor == recipient,
            _ => !Enum.IsDefined(kind),
        };
    }

    private static Decision<PartnershipEvent> Pair(Partnership partnership, PutPairing c, RegionBook regions)
    {
        if (partnership.Agreement is not { } agreed) return PartnershipRefusal.NotAgreed.On();
        if (!Says(c.DonorParty)) return PartnershipRefusal.TextImplausible.On("donorParty");
        if (!Says(c.RecipientParty)) return PartnershipRefusal.TextImplausible.On("recipientParty");
        if (c.Until < c.From) return PartnershipRefusal.DatesReversed.On("until");
        if (!LiesIn(agreed.Recipient, c, regions)) return PartnershipRefusal.PairingElsewhere.On("recipientRegion");
        var known = partnership.Pairings.FirstOrDefault(pairing => pairing.Pairing == c.Pairing);
        if (known is null && partnership.Pairings.Length >= PairingsMax) return PartnershipRefusal.TooMany.On();
        return Unless(known, new PairingPut(c.Pairing, c.Kind, c.DonorParty, c.RecipientParty, c.RecipientRegion, c.From, c.Until));
    }

    /// <summary>A township must be a real one of the county; a village's code is local and is checked by its township.</summary>
    private static bool LiesIn(string county, PutPairing c, RegionBook regions) => c.Kind switch
    {
        PairingKind.Township => c.RecipientRegion is { } code && code.StartsWith(county, StringComparison.Ordinal) && regions.Find(code) is { Level: RegionLevel.Township },
        PairingKind.Village => c.RecipientRegion is { } code && code.StartsWith(county, StringComparison.Ordinal)
            && VillageCode.IsWellFormed(code) && regions.Find(VillageCode.Township(code)) is not null,
        _ => c.RecipientRegion is not { } code || code.StartsWith(county, StringComparison.Ordinal),
    };

    private static Decision<PartnershipEvent> Plan(Partnership partnership, PutPlan c)
    {
        if (!partnership.IsAgreed) return PartnershipRefusal.NotAgreed.On();
        if (!partnership.Covers(c.Year)) return PartnershipRefusal.YearOutside.On("year");
        if (c.SalesFloorFen < 0) return PartnershipRefusal.AmountNegative.On("salesFloorFen");
        if (c.Lines.Select(line => line.Field).Distinct().Count() != c.Lines.Length) return PartnershipRefusal.FieldRepeated.On("lines");
        if (c.Lines.Any(line => line.AmountFen < 0 || line.Projects < 0 || line.People < 0)) return PartnershipRefusal.AmountNegative.On("lines");
        if (c.Lines.Any(line => line.DueOn.Year != c.Year)) return PartnershipRefusal.DueOutsideYear.On("lines");
        return partnership.Plan(c.Year) is { } known && known.IssuedOn == c.IssuedOn && known.SalesFloorFen == c.SalesFloorFen && known.Lines.SequenceEqual(c.Lines)
            ? Decision<PartnershipEvent>.Nothing
            : new PlanPut(c.Year, c.IssuedOn, c.Lines, c.SalesFloorFen);
    }

    private static Decision<PartnershipEvent> Exchange(Partnership partnership, PutExchange c)
    {
        if (!partnership.IsAgreed) return PartnershipRefusal.NotAgreed.On();
        if (!Says(c.Party)) return PartnershipRefusal.TextImplausible.On("party");
        if (c.Headcount is < 1 or > 10_000) return PartnershipRefusal.HeadcountImplausible.On("headcount");
        if (c.Until < c.From) return PartnershipRefusal.DatesReversed.On("until");
        var known = partnership.Exchanges.FirstOrDefault(exchange => exchange.Exchange == c.Exchange);
        if (known is null && partnership.Exchanges.Length >= PairingsMax) return PartnershipRefusal.TooMany.On();
        return Unless(known, new ExchangePut(c.Exchange, c.Kind, c.Party, c.Headcount, c.From, c.Until));
    }

    private static Decision<PartnershipEvent> Unless(PartnershipEvent? known, PartnershipEvent stated) =>
        stated.Equals(known) ? Decision<PartnershipEvent>.Nothing : stated;

    private static bool Says(string text) => !string.IsNullOrWhiteSpace(text) && text.Length <= TextMax;
}
