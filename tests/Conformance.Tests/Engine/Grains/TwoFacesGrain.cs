using Orleans;

namespace Revitalization.Conformance.Tests.Engine.Grains;

public interface IWriterGrain : IGrainWithStringKey
{
    Task Write(string text);
}

public interface IReaderGrain : IGrainWithStringKey
{
    ValueTask<string> Read();
}

public sealed class TwoFacesGrain : Grain, IWriterGrain, IReaderGrain
{
    private string _text = "";

    public Task Write(string text)
    {
        _text = text;
        return Task.CompletedTask;
    }

    public ValueTask<string> Read() => ValueTask.FromResult(_text);
}

/// <summary>No class implements it.</summary>
public interface IOrphanGrain : IGrainWithStringKey
{
    Task Nothing();
}
