namespace TeamsConnectBot.Admin.SignIn;

/// <summary>Who a token is about.</summary>
/// <param name="Id">The Entra object id.</param>
/// <param name="Name">As Entra has it.</param>
/// <param name="AppRoles">The app roles the token names.</param>
/// <param name="Groups">The ids of the groups the token names.</param>
/// <param name="GroupsAreMissing">Whether the person is in more groups than a token holds.</param>
internal sealed record SignedInPerson(string Id, string Name, IReadOnlyList<string> AppRoles, IReadOnlyList<string> Groups, bool GroupsAreMissing);
