using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Sandbox.Organisation;

/// <summary>The unusual people that real organisations have and programs forget; an organisation of 12 or more gets all of them.</summary>
internal static class EdgeCasePeople
{
    public const int WithoutMailbox = 5;
    public const int CustomZone = 6;
    public const int WindowsZone = 7;
    public const int PartTimer = 8;
    public const int NightShift = 9;
    public const int WeekendWorker = 10;

    public static Person Apply(int index, int size, Person person) => size < 12 ? person : index switch
    {
        WithoutMailbox => person with { Mail = null },
        CustomZone => person with { Zone = "Europe/Amsterdam", ZoneForm = ZoneForm.Custom },
        WindowsZone => person with { ZoneForm = ZoneForm.Windows },
        PartTimer => person with { WorkingHours = new(Weekdays.Tuesday | Weekdays.Thursday, new LocalTime(9, 0), new LocalTime(14, 30)) },
        NightShift => person with
        {
            WorkingHours = new(Weekdays.WorkWeek, new LocalTime(22, 0), new LocalTime(6, 0)),
            RemoteDays = Weekdays.None,
        },
        WeekendWorker => person with
        {
            WorkingHours = WorkSchedule.Office with { Days = Weekdays.Thursday | Weekdays.Friday | Weekdays.Saturday | Weekdays.Sunday },
        },
        _ => person,
    };
}
