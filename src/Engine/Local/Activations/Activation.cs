using Orleans;
using Revitalization.Engine.Local.Calls;
using Revitalization.Engine.Local.Hosting;

namespace Revitalization.Engine.Local.Activations;

/// <summary>
/// One grain in memory and the scheduler of its turns. Everything a grain runs, and every continuation of it, is a task of this
/// scheduler, so one thread at a time is inside it; and a call starts only when the one before has answered.
/// </summary>
internal sealed partial class Activation(LocalEngine engine, GrainAddress address) : TaskScheduler, IThreadPoolWorkItem
{
    private const int TurnsPerSlice = 64;

    private readonly Lock _gate = new();
    private Queue<Task>? _turns;
    private Call? _firstWaiting;
    private Call? _lastWaiting;
    private int _waiting;
    private Task? _pump;
    private bool _pumping;
    private bool _busy;

    /// <summary>The activation whose turn the current code is in; null outside grains and after <c>ConfigureAwait(false)</c>.</summary>
    public static new Activation? Current => TaskScheduler.Current as Activation;

    public GrainAddress Address { get; } = address;

    public IGrainFactory Grains => engine.Grains;

    public object Reference(Type contract) => engine.References.Cast(Address, contract);

    /// <summary>The call whose turn it is.</summary>
    public Call? Answering { get; private set; }

    public override int MaximumConcurrencyLevel => 1;

    /// <summary>Puts the call in line.</summary>
    public Delivery Enqueue(Call call)
    {
        lock (_gate)
        {
            if (_stage == Stage.Gone) return Delivery.Gone;
            if (_waiting >= engine.Options.MaxQueuedCalls) return Delivery.Full;
            Append(call);
            if (_busy || _pumping) return Delivery.Accepted;
            _pumping = true;
        }
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: true);
        return Delivery.Accepted;
    }

    protected override void QueueTask(Task task)
    {
        if (ReferenceEquals(task, _pump)) return;
        lock (_gate)
        {
            (_turns ??= new Queue<Task>(1)).Enqueue(task);
            if (_pumping) return;
            _pumping = true;
        }
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: true);
    }

    /// <summary>Inline only inside an own turn. What already waits keeps its place: blocking on it hangs, as it would in a cluster.</summary>
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && ReferenceEquals(Current, this) && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (_gate) return _turns?.ToArray() ?? [];
    }

    /// <summary>
    /// Runs a slice of turns as a task of this scheduler, so that what it calls sees it as current. The task is made here, on a
    /// pool thread, so that nothing ambient of the caller flows into the grain.
    /// </summary>
    void IThreadPoolWorkItem.Execute()
    {
        var pump = new Task(static state => ((Activation)state!).RunTurns(), this);
        _pump = pump;
        pump.Start(this);
        TryExecuteTask(pump);
    }

    private void RunTurns()
    {
        for (var turn = 0; turn < TurnsPerSlice; turn++)
        {
            Task? continuation = null;
            Call? call = null;
            var next = Next.Nothing;
            lock (_gate)
            {
                if (_turns is { Count: > 0 }) continuation = _turns.Dequeue();
                else if ((next = Choose()) == Next.Nothing)
                {
                    _pumping = false;
                    return;
                }
                else if (next == Next.Call) call = Take();
            }
            if (continuation is not null) TryExecuteTask(continuation);
            else Begin(next, call);
        }
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private void Begin(Next next, Call? call)
    {
        if (next == Next.Call) Answer(call!);
        else if (next == Next.Arrive) _ = Arrive();
        else _ = Leave();
    }

    private void Answer(Call call)
    {
        Answering = call;
        LastUsed = call.SentAt;
        var work = call.Run(_grain!);
        if (work.IsCompleted) Answered(call, work);
        else _ = AnswerLater(call, work);
    }

    private async Task AnswerLater(Call call, Task work)
    {
        await work.ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
        Answered(call, work);
    }

    /// <summary>In the grain's turn still: the result is copied before another call can change what it points to.</summary>
    private void Answered(Call call, Task work)
    {
        call.Answer(work);
        Answering = null;
        lock (_gate) _busy = false;
    }

    private void Append(Call call)
    {
        call.At = this;
        if (_lastWaiting is null) _firstWaiting = call;
        else _lastWaiting.NextWaiting = call;
        _lastWaiting = call;
        _waiting++;
    }

    private Call Take()
    {
        var call = _firstWaiting!;
        _firstWaiting = call.NextWaiting;
        if (_firstWaiting is null) _lastWaiting = null;
        call.NextWaiting = null;
        _waiting--;
        return call;
    }
}

internal enum Delivery
{
    Accepted,

    /// <summary>Too many calls wait already.</summary>
    Full,

    /// <summary>This activation has ended: look the grain up again.</summary>
    Gone,
}
