using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeamsConnectBot.Roles;

namespace TeamsConnectBot.Admin.SignIn;

/// <summary>
/// One open session of the admin page. A cookie counts only while its row exists, so signing out ends every copy of it, whichever
/// instance answers. Only the cookie says whose session it is.
/// </summary>
internal sealed class AdminSession
{
    /// <summary>A hash of the random number in the cookie.</summary>
    public required string Id { get; init; }

    /// <summary>The person's roles at the last check; a role that was taken away disappears here.</summary>
    public required Role Offices { get; set; }

    /// <summary>When the groups were last read.</summary>
    public required Instant CheckedAt { get; set; }

    public required Instant ExpiresAt { get; init; }

    /// <summary>The message that the next page shows above its content.</summary>
    public string? Note { get; set; }

    public bool NoteIsProblem { get; set; }
}

/// <summary>One key of the key ring that protects sessions and forms; ASP.NET Core rotates it every 90 days.</summary>
internal sealed class SessionKey
{
    public required Guid Id { get; init; }

    public required string Xml { get; init; }
}

internal sealed class SessionTables : IEntityTypeConfiguration<AdminSession>, IEntityTypeConfiguration<SessionKey>
{
    public void Configure(EntityTypeBuilder<AdminSession> session) => session.ToTable("AdminSessions").HasKey(x => x.Id);

    public void Configure(EntityTypeBuilder<SessionKey> key) => key.ToTable("SessionKeys").HasKey(x => x.Id);
}
