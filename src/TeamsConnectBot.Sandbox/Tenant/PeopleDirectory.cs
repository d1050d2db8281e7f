using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace TeamsConnectBot.Sandbox.Tenant;

/// <summary>Everybody in the tenant, found by any of their ids.</summary>
internal sealed class PeopleDirectory
{
    private readonly ConcurrentDictionary<Guid, bool> deleted = new();
    private readonly FrozenDictionary<string, Person> byId;
    private readonly FrozenDictionary<Guid, Person> byObjectId;
    private readonly FrozenDictionary<string, Person> byAddress;

    public PeopleDirectory(IEnumerable<Person> people)
    {
        All = [.. people];
        byId = All.ToFrozenDictionary(person => person.Id, StringComparer.Ordinal);
        byObjectId = All.ToFrozenDictionary(person => person.ObjectId);
        byAddress = All.ToFrozenDictionary(person => person.UserPrincipalName, StringComparer.OrdinalIgnoreCase);
    }

    public ImmutableArray<Person> All { get; }

    /// <summary>Deletes a person from the directory: Graph no longer finds them, though chats and calendars keep them.</summary>
    public void Delete(Person person) => deleted[person.ObjectId] = true;

    public bool IsInDirectory(Person person) => !deleted.ContainsKey(person.ObjectId);

    /// <summary>Finds a person by the organisation's own id.</summary>
    public Person? ById(string? id) => id is null ? null : byId.GetValueOrDefault(id);

    public Person? ByObjectId(Guid objectId) => byObjectId.GetValueOrDefault(objectId);

    /// <summary>Finds a person by user principal name or mail address; they are the same in this tenant.</summary>
    public Person? ByAddress(string? address) => address is null ? null : byAddress.GetValueOrDefault(address);

    /// <summary>Finds a person by either id that Graph accepts in a path: object id or user principal name.</summary>
    public Person? ByKey(string key) => Guid.TryParse(key, out var objectId) ? ByObjectId(objectId) : ByAddress(key);

    public Person? ManagerOf(Person person) => ById(person.ManagerId);

    /// <summary>Finds a person by the id they have in the Bot Framework protocol, or by their object id.</summary>
    public Person? ByMemberId(string? id) =>
        (TeamsIds.Person(id) ?? (Guid.TryParse(id, out var objectId) ? objectId : null)) is { } known ? ByObjectId(known) : null;
}
