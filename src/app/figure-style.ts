/** The rules of figures and of what stands around them; the article's text does without. */
import './figure.css';
import './compositions.css';
