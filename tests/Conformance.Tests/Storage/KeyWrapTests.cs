using Revitalization.Storage.Keyring;

namespace Revitalization.Conformance.Tests.Storage;

public sealed class KeyWrapTests
{
    // The writer wraps new keys while readers unwrap old ones. The platform's cipher object is not made for two threads at once: a whole
    // county's import met broken wraps, and a key that was wrapped wrongly would have lost a person's record for good.
    [Fact]
    public void Keys_wrapped_and_unwrapped_by_many_threads_at_once_all_come_back()
    {
        using var wrap = new KeyWrap(new byte[KeyWrap.KeyLength]);

        Parallel.For(0, 16, _ =>
        {
            for (var n = 0; n < 4_000; n++)
            {
                var (person, wrapped) = wrap.Create();
                wrap.Unwrap(person.Person, wrapped).Key.Span.SequenceEqual(person.Key.Span).ShouldBeTrue();
            }
        });
    }
}
