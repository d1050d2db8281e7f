using System.Buffers;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Unattended;

/// <summary>Watches what everybody gets: how often, twice, and whether it names somebody too early.</summary>
internal sealed class Witness
{
    private readonly SearchValues<string> names;
    private readonly string host;
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    /// <param name="tenant">Whose people are watched.</param>
    /// <param name="host">The pool's human host: the one person an invitation may name.</param>
    public Witness(SandboxTenant tenant, string host)
    {
        this.host = host;
        names = SearchValues.Create([.. tenant.People.All.SelectMany(person => new[] { person.Name, person.UserPrincipalName }).Distinct()], StringComparison.Ordinal);
    }

    /// <summary>Messages from the bot.</summary>
    public int Cards { get; private set; }

    /// <summary>Messages that show someone the same card again.</summary>
    public int Doubled { get; private set; }

    /// <summary>Invitations that name a colleague.</summary>
    public int RevealedTooEarly { get; private set; }

    public void Saw(Person person, ChatMessage message)
    {
        Cards++;
        if (message.CardJson is not { } json)
        {
            return;
        }

        // Every card with a button carries an id and a secret of its own, so the same JSON twice is the same card twice.
        if (json.Contains("\"nonce\"", StringComparison.Ordinal) && !seen.Add($"{person.ObjectId} {message.Summary} {json}"))
        {
            Doubled++;
        }

        if (json.Contains("\"invitation.", StringComparison.Ordinal) && NamesSomebodyBut(json, person))
        {
            RevealedTooEarly++;
        }
    }

    private bool NamesSomebodyBut(string json, Person reader)
    {
        var text = json.Replace("\\\\", "", StringComparison.Ordinal).AsSpan();
        for (var at = text.IndexOfAny(names); at >= 0; at = text.IndexOfAny(names))
        {
            text = text[at..];
            if (!text.StartsWith(reader.Name, StringComparison.Ordinal) && !text.StartsWith(host, StringComparison.Ordinal))
            {
                return true;
            }

            text = text[1..];
        }

        return false;
    }
}
