using System.Text;

namespace Revitalization.Portal.Cube.Files;

/// <summary>Texts of one column in the order they were met, with something said of each that must stay the same.</summary>
internal sealed class KnownTexts(int most)
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<byte[]> _texts = [];
    private readonly List<byte[]> _said = [];

    public int Count => _texts.Count;

    /// <param name="guess">The number that the text probably has.</param>
    public int Number(ReadOnlySpan<byte> text, ReadOnlySpan<byte> said, int guess = -1)
    {
        var number = guess >= 0 && text.SequenceEqual(_texts[guess]) ? guess : Find(text, said);
        return said.SequenceEqual(_said[number]) ? number : throw new CubeUnfitException($"{Text(number)} is of two kinds");
    }

    public string Text(int number) => Encoding.UTF8.GetString(_texts[number]);

    public string Said(int number) => Encoding.UTF8.GetString(_said[number]);

    /// <summary>For each number as met, its member's place in the finished dictionary.</summary>
    public int[] Places(CubeDictionary dictionary) => [.. Enumerable.Range(0, Count).Select(number => dictionary.Find(Text(number)))];

    private int Find(ReadOnlySpan<byte> text, ReadOnlySpan<byte> said)
    {
        var key = Encoding.UTF8.GetString(text);
        if (_numbers.TryGetValue(key, out var known)) return known;
        if (Count == most) throw new CubeUnfitException("a column has too many values");
        if (text.Contains((byte)0)) throw new CubeUnfitException("a text holds a zero");
        _texts.Add(text.ToArray());
        _said.Add(said.ToArray());
        return _numbers[key] = Count - 1;
    }
}

/// <summary>A release that is right, but not of the form that a cube has: SQL answers it.</summary>
internal sealed class CubeUnfitException(string message) : Exception(message);
