using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Behaviour;

/// <summary>
/// Everybody who is not sitting in a chair: they look at what the bot sent and plan an answer, each in their own time. What
/// is planned happens in the order of time and then of people, one after the other.
/// </summary>
internal sealed class PeopleAtWork(SandboxServer server, Habits habits)
{
    private readonly SandboxTenant tenant = server.Tenant;
    private readonly PriorityQueue<PlannedAct, (long At, Guid Person, int Order)> planned = new();
    private readonly Dictionary<Guid, int> read = [];
    private HashSet<Guid> inChairs = [];
    private readonly Lock gate = new();
    private int order;

    public AnswerCounts Counts { get; } = new();

    /// <summary>Raised with every new message someone got, before they plan an answer.</summary>
    public Action<Person, ChatMessage> Arrived { get; set; } = (_, _) => { };

    /// <summary>Somebody else answers for these people from here on, also what they had planned.</summary>
    public void LeaveToOthers(IReadOnlyCollection<Person> people)
    {
        lock (gate)
        {
            inChairs = [.. people.Select(person => person.ObjectId)];
        }
    }

    public DateTimeOffset? Next()
    {
        lock (gate)
        {
            ReadNewMessages();
            return planned.TryPeek(out var act, out _) ? act.At : null;
        }
    }

    public async Task ActAsync(CancellationToken cancellationToken)
    {
        while (Take() is { } act)
        {
            await act.DoAsync(cancellationToken);
        }
    }

    /// <summary>Everyone gets the app, in the order of their ids.</summary>
    public Task InstallAllAsync(CancellationToken cancellationToken) => InstallAllAsync(_ => true, cancellationToken);

    /// <summary>The same, for some of them.</summary>
    public async Task InstallAllAsync(Func<Person, bool> who, CancellationToken cancellationToken)
    {
        foreach (var person in tenant.People.All.Where(who).OrderBy(person => person.ObjectId))
        {
            await server.Teams.InstallAsync(person, cancellationToken);
        }
    }

    private PlannedAct? Take()
    {
        lock (gate)
        {
            ReadNewMessages();
            while (planned.TryPeek(out var act, out _) && act.At <= tenant.Clock.GetUtcNow())
            {
                planned.Dequeue();
                if (!inChairs.Contains(act.Person))
                {
                    return act;
                }
            }

            return null;
        }
    }

    private void ReadNewMessages()
    {
        foreach (var chat in tenant.Chats.All.OrderBy(chat => chat.Person.ObjectId))
        {
            var messages = chat.Messages;
            var from = read.GetValueOrDefault(chat.Person.ObjectId);
            read[chat.Person.ObjectId] = messages.Count;
            for (var index = from; index < messages.Count; index++)
            {
                if (messages[index].FromBot)
                {
                    Read(chat.Person, messages[index], index);
                }
            }
        }
    }

    private void Read(Person person, ChatMessage message, int index)
    {
        Arrived(person, message);
        if (message.CardJson is null || inChairs.Contains(person.ObjectId))
        {
            return;
        }

        var card = new CardView(message.CardJson);
        var occasion = habits.ByWeek ? (int)(tenant.Clock.GetUtcNow().UtcTicks / TimeSpan.TicksPerDay / 7) : index;
        foreach (var act in Answers.To(card, message.Id, occasion, person, server, habits, Counts))
        {
            planned.Enqueue(act, (act.At.UtcTicks, act.Person, order++));
        }
    }
}

/// <summary>Something someone will do.</summary>
internal sealed record PlannedAct(Guid Person, DateTimeOffset At, Func<CancellationToken, Task> DoAsync);

/// <summary>What people answered.</summary>
internal sealed class AnswerCounts
{
    public int Joined { get; set; }

    public int Invitations { get; set; }

    public int Yes { get; set; }

    public int Met { get; set; }
}
