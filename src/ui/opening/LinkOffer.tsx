import { refuseLink } from '#commands/dialogs.ts'
import { useApp, useFact } from '#ui/kit/app-context.ts'

/** Asks before a link opens: a request reveals the listener's address to a server that they may not know. */
export function LinkOffer() {
  const app = useApp()
  const { opener } = app
  const link = useFact((state) => state.offeredLink)
  if (!link) return null
  const refuse = () => refuseLink(app)
  return (
    <section className="opening-empty-page" aria-labelledby="link-offer">
      <h2 id="link-offer" className="opening-invitation">
        This link opens {link.title === null ? 'a recording' : <bdi>“{link.title}”</bdi>} from{' '}
        <bdi>{link.hosts.join(' and ')}</bdi>
      </h2>
      <p className="opening-promise">
        That server will learn your network address, and what you asked for. Nothing else leaves
        this machine.
      </p>
      <div className="opening-ways">
        <button
          type="button"
          className="kit-button kit-button-strong"
          onClick={() => {
            refuse()
            void opener.openAddresses(link)
          }}
        >
          Open it
        </button>
        <button type="button" className="kit-button" onClick={refuse}>
          Do not open it
        </button>
      </div>
    </section>
  )
}
