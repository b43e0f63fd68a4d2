using System.Reflection;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Runtime;
using Revitalization.Engine.Local.Activations;
using Revitalization.Engine.Local.Calls;

namespace Revitalization.Engine.Local.Hosting;

/// <summary>The parts of one engine, and the way of a call to its grain.</summary>
internal sealed class LocalEngine : IEngineControl
{
    private volatile bool _closed;

    public LocalEngine(
        EngineOptions options, IServiceProvider services, TimeProvider clock, ILogger<LocalEngine> logger, IEnumerable<Assembly> assemblies)
    {
        (Options, Services, Clock, Logger) = (options, services, clock, logger);
        Classes = new GrainClasses(assemblies);
        References = new GrainReferences(this);
        Directory = new GrainDirectory(this);
        Evictions = new Evictions(this);
    }

    public EngineOptions Options { get; }
    public IServiceProvider Services { get; }
    public TimeProvider Clock { get; }
    public ILogger Logger { get; }
    public GrainClasses Classes { get; }
    public GrainReferences References { get; }
    public GrainDirectory Directory { get; }
    public Evictions Evictions { get; }
    public PendingCalls Pending { get; } = new();
    public IGrainFactory Grains => References;

    /// <summary>A moment that only ever grows.</summary>
    public long Now => Clock.GetTimestamp();

    public long Ago(TimeSpan span) => Now - (long)(span.TotalSeconds * Clock.TimestampFrequency);

    /// <summary>Bounds a grain's coming and going.</summary>
    public CancellationTokenSource Limit() => new(Options.StopTimeout, Clock);

    public void Deliver(Call call)
    {
        if (_closed && call.From is null)
        {
            call.Fail(new OrleansMessageRejectionException($"{call.Method.Name} of {call.Target} came when the engine was stopping."));
            return;
        }
        while (call.MayBeDelivered())
        {
            switch (Directory.FindOrCreate(call.Target).Enqueue(call))
            {
                case Delivery.Accepted: return;
                case Delivery.Full:
                    call.Fail(new LimitExceededException($"{call.Target} has {Options.MaxQueuedCalls} calls waiting."));
                    return;
                case Delivery.Gone: break;
            }
        }
        call.Fail(new OrleansMessageRejectionException($"{call.Target} leaves as fast as it comes; {call.Method.Name} was not delivered."));
    }

    /// <summary>From now on only grains may call, to finish what they began.</summary>
    public void Close() => _closed = true;

    public ValueTask<int> CountActivations(CancellationToken cancellation = default) => ValueTask.FromResult(Directory.Count);

    public async ValueTask EvictIdle(TimeSpan idleFor, CancellationToken cancellation = default) =>
        await Evictions.Evict(Ago(idleFor)).WaitAsync(cancellation);
}
