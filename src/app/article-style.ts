/** The style sheets of the article; pages without it (embed.html) do not load them. */
import './predict.css';
import 'virtual:story.css';
import './story.css';
import './story-print.css';
