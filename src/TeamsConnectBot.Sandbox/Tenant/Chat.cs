namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>The 1:1 chat between a person and the bot.</summary>
internal sealed class Chat(Person person) : Conversation(TeamsIds.OfConversation(person.ObjectId))
{
    public Person Person { get; } = person;

    public override ImmutableArray<Person> Members => [Person];
}
