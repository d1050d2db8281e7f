using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Behaviour;

/// <summary>
/// Simulates everybody whom the user of the page does not play ('who isn't in a chair'): they read what the bot sends and plan an
/// answer. Planned actions run one at a time, ordered by time and then by person.
/// </summary>
internal sealed class SimulatedPeople(SandboxServer server, Habits habits)
{
    private readonly SandboxTenant tenant = server.Tenant;
    private readonly PriorityQueue<PlannedAction, (long At, Guid Person, int Order)> planned = new();
    private readonly Dictionary<Guid, int> messagesRead = [];
    private readonly Lock gate = new();
    private HashSet<Guid> inChairs = [];
    private int order;

    public AnswerCounts Counts { get; } = new();

    /// <summary>Called for every new message from the bot, before its recipient plans an answer.</summary>
    public Action<Person, ChatMessage> MessageReceived { get; set; } = (_, _) => { };

    /// <summary>Leaves these people to the user of the page, who plays them; their planned actions are dropped.</summary>
    public void StopSimulating(IEnumerable<Person> people)
    {
        lock (gate)
        {
            inChairs = [.. people.Select(person => person.ObjectId)];
        }
    }

    public DateTimeOffset? NextActionAt()
    {
        lock (gate)
        {
            ReadNewMessages();
            return planned.TryPeek(out var action, out _) ? action.At : null;
        }
    }

    public async Task RunDueActionsAsync(CancellationToken cancellationToken)
    {
        while (TakeDueAction() is { } action)
        {
            await action.RunAsync(cancellationToken);
            if (action.Then?.Invoke() is { } next)
            {
                lock (gate)
                {
                    Plan(next);
                }
            }
        }
    }

    /// <summary>Installs the app for everybody who isn't in a chair, in the order of their ids.</summary>
    public async Task InstallAllAsync(CancellationToken cancellationToken)
    {
        foreach (var person in tenant.People.All.Where(person => !inChairs.Contains(person.ObjectId)).OrderBy(person => person.ObjectId))
        {
            await server.Teams.InstallAsync(person, cancellationToken);
        }
    }

    private PlannedAction? TakeDueAction()
    {
        lock (gate)
        {
            ReadNewMessages();
            while (planned.TryPeek(out var action, out _) && action.At <= tenant.Clock.GetUtcNow())
            {
                planned.Dequeue();
                if (!inChairs.Contains(action.Person))
                {
                    return action;
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
            for (var index = messagesRead.GetValueOrDefault(chat.Person.ObjectId); index < messages.Count; index++)
            {
                if (messages[index].FromBot)
                {
                    Read(chat.Person, messages[index], index);
                }
            }

            messagesRead[chat.Person.ObjectId] = messages.Count;
        }
    }

    private void Read(Person person, ChatMessage message, int index)
    {
        MessageReceived(person, message);
        if (message.CardJson is null || inChairs.Contains(person.ObjectId))
        {
            return;
        }

        var occasion = habits.ByWeek ? (int)(tenant.Clock.GetUtcNow().UtcTicks / TimeSpan.TicksPerDay / 7) : index;
        foreach (var action in Answers.To(new CardView(message.CardJson), message.Id, occasion, person, server, habits, Counts))
        {
            Plan(action);
        }
    }

    private void Plan(PlannedAction action) => planned.Enqueue(action, (action.At.UtcTicks, action.Person, order++));
}

/// <summary>Something a person will do.</summary>
internal sealed record PlannedAction(Guid Person, DateTimeOffset At, Func<CancellationToken, Task> RunAsync)
{
    /// <summary>What they plan next, once they have done it; for what they do regularly.</summary>
    public Func<PlannedAction?>? Then { get; init; }
}

/// <summary>How many people joined, were invited and said yes, what they chose about AI use, and what they asked.</summary>
internal sealed class AnswerCounts
{
    public int Joined { get; set; }

    public int Invitations { get; set; }

    public int Yes { get; set; }

    /// <summary>Whether each person who joined allowed the use of their days with AI.</summary>
    public Dictionary<Guid, bool> AllowsAi { get; } = [];

    /// <summary>How often somebody told how much they had worked with AI that week.</summary>
    public int BandsTold { get; set; }

    /// <summary>The questions to colleagues that were sent, in order.</summary>
    public List<SentQuestion> Questions { get; } = [];

    /// <summary>How many questions were written, sent or not.</summary>
    public int QuestionsTyped { get; set; }

    /// <summary>What each person who asks wrote last.</summary>
    public Dictionary<Guid, string> LastTyped { get; } = [];
}
