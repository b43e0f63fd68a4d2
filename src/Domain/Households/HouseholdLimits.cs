namespace Revitalization.Domain.Households;

/// <summary>Bounds of what one household may hold; technical, not policy.</summary>
public static class HouseholdLimits
{
    public const int EntriesMax = 5_000;
    public const int TextLengthMax = 200;
    public const int IdLengthMax = 40;
    public const int BirthYearMin = 1900;

    /// <summary>未满十六周岁: Labour Law (劳动法) art. 15.</summary>
    public const int WorkingAge = 16;

    /// <summary>100 million yuan in one component of one quarter: the sum over every household of China still fits in a long.</summary>
    public const long AmountFenMax = 100_000_000_00;

    public static readonly DateOnly FirstDay = new(1949, 10, 1);

    /// <summary>Ids chosen by senders: letters, digits, dot, hyphen, underscore; safe in an address and in a stream name.</summary>
    public static bool IsId(string? id) =>
        id is { Length: > 0 and <= IdLengthMax } && char.IsAsciiLetterOrDigit(id[0])
        && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_');
}
