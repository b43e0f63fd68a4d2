namespace Revitalization.Silo.Imports.Reading;

/// <summary>Walks bytes as they come in pieces and remembers where they first stop being text of an encoding.</summary>
internal abstract class ByteCheck
{
    private long _position, _row = 1, _characterStart, _characterRow = 1;

    /// <summary>Offset of the first character that is broken, or -1.</summary>
    public long Fault { get; private set; } = -1;

    public long FaultRow { get; private set; }

    public long MultiByteCharacters { get; private set; }

    /// <summary>Whether a character has begun and wants more bytes.</summary>
    protected abstract bool IsInside { get; }

    /// <summary>Takes one byte; false when it cannot stand there.</summary>
    protected abstract bool Accept(byte value);

    public void Feed(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < bytes.Length && Fault < 0; i++)
        {
            if (!IsInside) i += SkipPlain(bytes[i..]);
            if (i < bytes.Length) Take(bytes[i]);
        }
    }

    public void End()
    {
        if (Fault < 0 && IsInside) SetFault();
    }

    private void Take(byte value)
    {
        var began = !IsInside;
        if (began) (_characterStart, _characterRow) = (_position, _row);
        if (!Accept(value)) SetFault();
        else if (!IsInside && !began) MultiByteCharacters++;
        _position++;
    }

    /// <summary>ASCII needs no check, only its lines are counted.</summary>
    private int SkipPlain(ReadOnlySpan<byte> bytes)
    {
        var plain = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7f);
        if (plain < 0) plain = bytes.Length;
        _row += bytes[..plain].Count((byte)'\n');
        _position += plain;
        return plain;
    }

    private void SetFault() => (Fault, FaultRow) = (_characterStart, _characterRow);
}

internal sealed class Utf8Check : ByteCheck
{
    private int _wanted;
    private byte _low = 0x80, _high = 0xBF;
    private int _seen;

    /// <summary>Whether the file opens with UTF-8's byte order mark.</summary>
    public bool HasMark { get; private set; }

    protected override bool IsInside => _wanted > 0;

    protected override bool Accept(byte value)
    {
        _seen++;
        if (_wanted == 0) return Begin(value);
        var fits = value >= _low && value <= _high;
        (_low, _high) = (0x80, 0xBF);
        _wanted--;
        if (_seen == 3 && value == 0xBF) HasMark = _markSoFar;
        else if (_seen == 2) _markSoFar &= value == 0xBB;
        return fits;
    }

    private bool _markSoFar;

    private bool Begin(byte value)
    {
        if (_seen == 1) _markSoFar = value == 0xEF;
        _wanted = value switch { >= 0xC2 and <= 0xDF => 1, >= 0xE0 and <= 0xEF => 2, >= 0xF0 and <= 0xF4 => 3, _ => 0 };
        if (value == 0xE0) _low = 0xA0;
        if (value == 0xED) _high = 0x9F;
        if (value == 0xF0) _low = 0x90;
        if (value == 0xF4) _high = 0x8F;
        return _wanted > 0 || value < 0x80;
    }
}

internal sealed class Gb18030Check : ByteCheck
{
    private int _place;

    protected override bool IsInside => _place > 0;

    protected override bool Accept(byte value)
    {
        var fits = _place switch
        {
            0 => value is < 0x80 or >= 0x81 and <= 0xFE,
            1 => value is >= 0x40 and <= 0x7E or >= 0x80 and <= 0xFE or >= 0x30 and <= 0x39,
            2 => value is >= 0x81 and <= 0xFE,
            _ => value is >= 0x30 and <= 0x39,
        };
        _place = Next(value);
        return fits;
    }

    private int Next(byte value) => _place switch
    {
        0 => value < 0x80 ? 0 : 1,
        1 => value is >= 0x30 and <= 0x39 ? 2 : 0,
        2 => 3,
        _ => 0,
    };
}
