using System.Diagnostics.CodeAnalysis;

namespace Revitalization.Engine.Local.Messages;

/// <summary>What was copied so far in one message, so that shared and circular parts stay so.</summary>
internal sealed class CopyScope : IDisposable
{
    private const int Scanned = 8;

    [ThreadStatic] private static CopyScope? _spare;

    private readonly (object Original, object Copy)[] _few = new (object, object)[Scanned];
    private readonly Dictionary<object, object> _many = new(ReferenceEqualityComparer.Instance);
    private int _count;

    /// <summary>One scope per thread is kept; a scope met while that is in use is a new one.</summary>
    public static CopyScope Take()
    {
        var scope = _spare ?? new CopyScope();
        _spare = null;
        return scope;
    }

    public void Record(object original, object copy)
    {
        if (_count < Scanned) _few[_count] = (original, copy);
        else _many.Add(original, copy);
        _count++;
    }

    public bool TryGet(object original, [NotNullWhen(true)] out object? copy)
    {
        for (var i = 0; i < _count && i < Scanned; i++)
        {
            if (!ReferenceEquals(_few[i].Original, original)) continue;
            copy = _few[i].Copy;
            return true;
        }
        copy = null;
        return _count > Scanned && _many.TryGetValue(original, out copy);
    }

    public void Dispose()
    {
        Array.Clear(_few);
        if (_count > Scanned * Scanned) return; // A great message's table is not worth keeping.
        _many.Clear();
        _count = 0;
        _spare = this;
    }
}
