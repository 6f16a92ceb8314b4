/** The rules of the article; pages without one (embed.html) do not load them. */
import './predict.css';
import 'virtual:story.css';
import './story.css';
import './story-print.css';
