namespace Revitalization.Silo.Monitoring.Lists;

/// <summary>Households in equal parts by a hash of their id, the same in every process and version: each part is swept by itself.</summary>
public static class Shards
{
    public const int Count = 64;

    private const uint Offset = 2_166_136_261, Prime = 16_777_619;

    public static int Of(string household)
    {
        var hash = Offset;
        foreach (var letter in household) hash = unchecked((hash ^ letter) * Prime); // FNV-1a
        return (int)(hash % Count);
    }
}
