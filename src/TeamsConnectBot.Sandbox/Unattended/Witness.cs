using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Unattended;

/// <summary>Checks every message from the bot: whether a card is sent twice, and whether an invitation names a colleague.</summary>
/// <param name="tenant">The tenant whose people receive the messages.</param>
/// <param name="host">The pool's human host: the only person an invitation may name.</param>
internal sealed class Witness(SandboxTenant tenant, string host)
{
    private readonly WrittenNames names = new(tenant);
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    /// <summary>The number of messages from the bot.</summary>
    public int Cards { get; private set; }

    /// <summary>The number of cards that somebody received a second time.</summary>
    public int Doubled { get; private set; }

    /// <summary>The number of invitations that name a colleague.</summary>
    public int RevealedTooEarly { get; private set; }

    public void Saw(Person person, ChatMessage message) => Saw(person, message, isAnswer: false);

    /// <summary>The answer to what somebody typed just before: who asks the same again gets the same again.</summary>
    public void SawAnswer(Person person, ChatMessage message) => Saw(person, message, isAnswer: true);

    private void Saw(Person person, ChatMessage message, bool isAnswer)
    {
        Cards++;
        if (message.CardJson is not { } json)
        {
            return;
        }

        // Every card with a button has its own id and nonce, so identical JSON means that the same card was sent twice.
        if (json.Contains("\"nonce\"", StringComparison.Ordinal) && !seen.Add($"{person.ObjectId} {message.Summary} {json}")
            && !isAnswer)
        {
            Doubled++;
        }

        if (json.Contains("\"invitation.", StringComparison.Ordinal) && names.AreIn(WrittenNames.AsRead(json), person.Name, host))
        {
            RevealedTooEarly++;
        }
    }
}
