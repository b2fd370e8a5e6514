using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SenSupport.Web.Tests.Infrastructure;

/// <summary>Listens to the commands that the application sends to its database while it lives.</summary>
public sealed class SqlCommands : IDisposable, IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private readonly string database;
    private readonly List<string> texts = [];
    private readonly List<IDisposable> subscriptions = [];

    public SqlCommands(TestApp app)
    {
        database = Path.Combine(app.Folder, "test.db");
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>The commands so far, without those that only set up a connection.</summary>
    public IReadOnlyList<string> Texts
    {
        get
        {
            lock (texts)
            {
                return [.. texts.Where(text => !text.StartsWith("PRAGMA", StringComparison.Ordinal))];
            }
        }
    }

    public void Dispose() => subscriptions.ForEach(subscription => subscription.Dispose());

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory)
        {
            subscriptions.Add(value.Subscribe(this));
        }
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        // Other tests may use databases of their own at the same time.
        if (value.Key == RelationalEventId.CommandExecuting.Name && value.Value is CommandEventData data && data.Command.Connection?.DataSource == database)
        {
            lock (texts)
            {
                texts.Add(data.Command.CommandText);
            }
        }
    }

    void IObserver<DiagnosticListener>.OnCompleted()
    {
    }

    void IObserver<DiagnosticListener>.OnError(Exception error)
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted()
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error)
    {
    }

    private const string DbLoggerCategory = "Microsoft.EntityFrameworkCore";
}
